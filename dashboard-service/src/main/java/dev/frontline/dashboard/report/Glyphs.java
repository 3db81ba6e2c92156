package dev.frontline.dashboard.report;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Finds a font for each character of a document: the one that comes along (Latin, Greek, Cyrillic),
 * else one that is installed; what is in none is shown as a square. Only what is used of a font is
 * embedded. A line that runs from right to left is put into the order in which it is seen.
 */
final class Glyphs {

  /** A piece of a line in one font. */
  record Run(PDFont font, String text) {}

  private static final String OWN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/share/fonts"),
          Path.of("/usr/local/share/fonts"),
          Path.of("/Library/Fonts"),
          Path.of("C:/Windows/Fonts"));

  /** Fonts of many characters, best first. */
  private static final List<String> PREFERRED =
      List.of("notosans", "dejavusans.ttf", "arialuni", "droidsansfallback", "unifont");

  private static final String BRACKETS = "()[]{}<>«»";
  private static final int MOST_LOADED = 8;
  private static final int DEEP = 5;
  private static final char SQUARE = '\u25a1';

  private final PDDocument document;
  private final List<PDFont> fonts = new ArrayList<>();
  private final List<Path> notLoaded;
  private final Map<Integer, PDFont> byCharacter = new HashMap<>();
  private boolean missed;

  Glyphs(PDDocument document) throws IOException {
    this(document, installed());
  }

  /**
   * @param installed files of fonts to look for what the own one has not, best first
   */
  Glyphs(PDDocument document, List<Path> installed) throws IOException {
    this.document = document;
    notLoaded = new ArrayList<>(installed);
    try (InputStream own = PDFont.class.getResourceAsStream(OWN)) {
      if (own == null) {
        throw new IOException("the library's font is not there");
      }
      fonts.add(PDType0Font.load(document, own));
    }
  }

  /** Whether something could not be shown. */
  boolean missed() {
    return missed;
  }

  /** How wide a text is, in points. */
  double width(String text, double size) throws IOException {
    double width = 0;
    for (Run run : runs(text)) {
      width += run.font().getStringWidth(run.text()) / 1000 * size;
    }
    return width;
  }

  /** A line as it is seen, left to right. */
  List<Run> seen(String line) {
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    if (bidi.isLeftToRight()) {
      return runs(line);
    }
    int count = bidi.getRunCount();
    byte[] levels = new byte[count];
    String[] pieces = new String[count];
    for (int i = 0; i < count; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      String piece = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      pieces[i] = levels[i] % 2 == 0 ? piece : turned(piece);
    }
    Bidi.reorderVisually(levels, 0, pieces, 0, count);
    return runs(String.join("", pieces));
  }

  /** From behind, with brackets that open the other way. */
  private static String turned(String piece) {
    StringBuilder turned = new StringBuilder(piece).reverse();
    for (int i = 0; i < turned.length(); i++) {
      int bracket = BRACKETS.indexOf(turned.charAt(i));
      if (bracket >= 0) {
        turned.setCharAt(i, BRACKETS.charAt(bracket ^ 1));
      }
    }
    return turned.toString();
  }

  private List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    PDFont current = fonts.get(0);
    for (int character : text.codePoints().toArray()) {
      PDFont font = byCharacter.computeIfAbsent(character, this::find);
      boolean shown = has(font, character);
      if (font != current && piece.length() > 0) {
        runs.add(new Run(current, piece.toString()));
        piece.setLength(0);
      }
      current = font;
      if (shown) {
        piece.appendCodePoint(character);
      } else {
        missed = true;
        piece.append(has(font, SQUARE) ? SQUARE : '?');
      }
    }
    if (piece.length() > 0) {
      runs.add(new Run(current, piece.toString()));
    }
    return runs;
  }

  private PDFont find(int character) {
    for (PDFont font : fonts) {
      if (has(font, character)) {
        return font;
      }
    }
    while (!notLoaded.isEmpty() && fonts.size() <= MOST_LOADED) {
      Path next = notLoaded.remove(0);
      try {
        PDFont font = PDType0Font.load(document, new File(next.toString()));
        fonts.add(font);
        if (has(font, character)) {
          return font;
        }
      } catch (IOException | RuntimeException e) {
        // A file that is no font that may be embedded is none for us.
        continue;
      }
    }
    return fonts.get(0);
  }

  private static boolean has(PDFont font, int character) {
    try {
      return font.encode(Character.toString(character)).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> installed() {
    List<Path> files = new ArrayList<>();
    for (Path folder : FOLDERS) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all = Files.walk(folder, DEEP)) {
          all.filter(file -> rank(file) < PREFERRED.size()).forEach(files::add);
        } catch (IOException | UncheckedIOException e) {
          // What cannot be read is not installed.
          continue;
        }
      }
    }
    files.sort(Comparator.comparingInt(Glyphs::rank).thenComparing(Path::compareTo));
    return files;
  }

  /** Place among the preferred; their number where it is none of them. */
  private static int rank(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replace("-", "");
    boolean plain = name.endsWith(".ttf") && !name.contains("bold") && !name.contains("italic");
    for (int i = 0; plain && i < PREFERRED.size(); i++) {
      if (name.startsWith(PREFERRED.get(i))) {
        return i;
      }
    }
    return PREFERRED.size();
  }
}
