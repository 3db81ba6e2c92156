package dev.frontline.dashboard.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes a report as a PDF of A4 sheets with its fonts embedded. Text is data: shown, no more. */
public final class ReportPdf {

  private static final float TITLE = 17;
  private static final float HEADING = 12;
  private static final float BODY = 9.5f;
  private static final float BLACK = 0.1f;
  private static final float GREY = 0.4f;
  private static final float ROW = 14;

  private ReportPdf() {}

  /** The document's bytes. */
  public static byte[] of(Report report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(60_000);
    try (PDDocument document = new PDDocument()) {
      write(document, new Glyphs(document), report);
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a report cannot be written", e);
    }
    return bytes.toByteArray();
  }

  static void write(PDDocument document, Glyphs glyphs, Report report) throws IOException {
    document.getDocumentInformation().setTitle(report.title());
    document.getDocumentInformation().setProducer("Frontline");
    try (Sheets sheets = new Sheets(document, glyphs)) {
      sheets.text(report.title(), TITLE, BLACK);
      sheets.text(report.about(), BODY, GREY);
      sheets.space(6);
      figures(sheets, report);
      heading(sheets, "When");
      for (Report.Step step : report.steps()) {
        float base = sheets.room(ROW) - BODY;
        sheets.at(step.name(), Sheets.LEFT, base, BODY, BLACK);
        sheets.at(step.at(), Sheets.LEFT + 150, base, BODY, BLACK);
        sheets.at(step.after(), Sheets.LEFT + 330, base, BODY, GREY);
      }
      if (!report.curve().isEmpty()) {
        heading(sheets, "What rose");
        CurveDrawing.draw(sheets, report.curve(), report.marks(), report.zone());
      }
      for (Report.Section section : report.sections()) {
        if (!section.lines().isEmpty()) {
          heading(sheets, section.heading());
          for (String line : section.lines()) {
            sheets.text(line, BODY, BLACK);
            sheets.space(2);
          }
        }
      }
      if (glyphs.missed()) {
        sheets.space(8);
        sheets.text(
            "Some characters are in none of the fonts that are installed here and stand as squares;"
                + " the page shows them.",
            BODY,
            GREY);
      }
    }
  }

  private static void figures(Sheets sheets, Report report) throws IOException {
    float base = sheets.room(34) - 16;
    float each = Sheets.WIDTH / Math.max(1, report.figures().size());
    for (int i = 0; i < report.figures().size(); i++) {
      Report.Figure figure = report.figures().get(i);
      sheets.at(figure.value(), Sheets.LEFT + i * each, base, 15, BLACK);
      sheets.at(figure.what(), Sheets.LEFT + i * each, base - 11, 7.5f, GREY);
    }
  }

  private static void heading(Sheets sheets, String text) throws IOException {
    sheets.space(10);
    sheets.text(text, HEADING, BLACK);
    sheets.space(3);
  }
}
