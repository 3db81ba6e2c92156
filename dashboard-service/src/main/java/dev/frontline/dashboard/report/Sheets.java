package dev.frontline.dashboard.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sheets of A4 that are written from top to bottom; sizes in points. */
final class Sheets implements AutoCloseable {

  static final float LEFT = 56;
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
  private static final float TOP = PDRectangle.A4.getHeight() - 56;
  private static final float BOTTOM = 56;
  private static final float LEADING = 1.35f;

  private final PDDocument document;
  private final Glyphs glyphs;
  private PDPageContentStream stream;
  private float y = TOP;

  Sheets(PDDocument document, Glyphs glyphs) throws IOException {
    this.document = document;
    this.glyphs = glyphs;
    stream = sheet();
  }

  private PDPageContentStream sheet() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    y = TOP;
    return new PDPageContentStream(document, page);
  }

  /** Room for so much in one piece, on a new sheet if need be; from where it goes down. */
  float room(float height) throws IOException {
    if (y - height < BOTTOM) {
      stream.close();
      stream = sheet();
    }
    float from = y;
    y -= height;
    return from;
  }

  PDPageContentStream stream() {
    return stream;
  }

  void space(float height) {
    y -= height;
  }

  /** A text that is wrapped where it is too wide. */
  void text(String text, float size, float grey) throws IOException {
    for (String line : wrapped(text, size, WIDTH)) {
      float from = room(size * LEADING);
      at(line, LEFT, from - size, size, grey);
    }
  }

  /** One line at a place, not wrapped. */
  void at(String line, float x, float base, float size, float grey) throws IOException {
    stream.beginText();
    stream.setNonStrokingColor(grey, grey, grey);
    stream.newLineAtOffset(x, base);
    for (Glyphs.Run run : glyphs.seen(plain(line))) {
      stream.setFont(run.font(), size);
      stream.showText(run.text());
    }
    stream.endText();
  }

  /** At spaces; a word that is wider than a line, or of a script without spaces, anywhere. */
  private List<String> wrapped(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\\R")) {
      StringBuilder line = new StringBuilder();
      for (String word : plain(paragraph).split(" ")) {
        if (line.length() > 0 && glyphs.width(line + " " + word, size) <= width) {
          line.append(' ').append(word);
          continue;
        }
        if (line.length() > 0) {
          lines.add(line.toString());
          line.setLength(0);
        }
        for (int character : word.codePoints().toArray()) {
          if (line.length() > 0
              && glyphs.width(line + Character.toString(character), size) > width) {
            lines.add(line.toString());
            line.setLength(0);
          }
          line.appendCodePoint(character);
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Without characters that direct instead of being seen. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\x{FE00}-\\x{FE0F}]+", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
