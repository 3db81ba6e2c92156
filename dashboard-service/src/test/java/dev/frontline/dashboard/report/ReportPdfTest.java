package dev.frontline.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.incident.CurvePoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReportPdfTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String HEBREW = "המכסה נפתח ונכוויתי";
  private static final String CHINESE = "水壶盖子掉了，我的手被烫伤了";

  @Test
  void aReportSaysWhatItsPageSays() throws IOException {
    try (PDDocument read = Loader.loadPDF(ReportPdf.of(report("The lid came off")))) {
      String text = new PDFTextStripper().getText(read);

      assertThat(text)
          .contains("Safety: <b>burns</b>", "1,204", "reached", "First alarm", "+4 min")
          .contains("What rose", "11 posts a minute", "alarm", "What was said", "The lid came off");
      assertThat(read.getDocumentInformation().getTitle()).isEqualTo("Safety: <b>burns</b>");
    }
  }

  @Test
  void everyFontThatIsUsedIsEmbedded() throws IOException {
    try (PDDocument read = Loader.loadPDF(ReportPdf.of(report("Καλημέρα, доброе утро")))) {
      for (PDPage page : read.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
      assertThat(new PDFTextStripper().getText(read)).contains("Καλημέρα", "доброе утро");
    }
  }

  @Test
  void whatNoFontHasStandsAsSquaresAndIsSaid() throws IOException {
    String text = text(report(CHINESE + " and then"), List.of());

    assertThat(text).contains("and then").contains("none of the fonts").doesNotContain(CHINESE);
  }

  @Test
  void postsInAnyScriptWithControlCharactersAndEmojiDoNotBreakIt() throws IOException {
    String post =
        HEBREW
            + " \u202e\u0000\u0007\t "
            + CHINESE
            + " 😡👩‍👩‍👧 \nkettle 3000 %PDF-1.7 endobj ) Tj (";

    String text = text(report(post), List.of());

    assertThat(text).contains("kettle 3000 %PDF-1.7 endobj ) Tj (");
    assertThat(ReportPdf.of(report(post))).startsWith('%', 'P', 'D', 'F');
  }

  @Test
  void aLineFromRightToLeftIsWrittenAsItIsSeen() throws IOException {
    try (PDDocument document = new PDDocument()) {
      Glyphs glyphs = new Glyphs(document, List.of());

      StringBuilder seen = new StringBuilder();
      glyphs.seen("אבג (ד) 12 abc").forEach(run -> seen.append(run.text()));

      assertThat(seen).hasToString(glyphs.missed() ? "abc 12 (□) □□□" : "abc 12 (ד) גבא");
    }
  }

  @Test
  void aWordWithoutEndIsWrappedAndALongReportHasSeveralSheets() throws IOException {
    List<String> lines = new ArrayList<>();
    IntStream.range(0, 120).forEach(n -> lines.add("line " + n + " " + "x".repeat(300)));
    Report report = with(List.of(new Report.Section("Timeline", lines)));

    try (PDDocument read = Loader.loadPDF(ReportPdf.of(report))) {
      assertThat(read.getNumberOfPages()).isGreaterThan(3);
      assertThat(new PDFTextStripper().getText(read)).contains("line 0", "line 119");
    }
  }

  private static String text(Report report, List<java.nio.file.Path> fonts) throws IOException {
    try (PDDocument document = new PDDocument()) {
      ReportPdf.write(document, new Glyphs(document, fonts), report);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      try (PDDocument read = Loader.loadPDF(bytes.toByteArray())) {
        return new PDFTextStripper().getText(read);
      }
    }
  }

  private static Report report(String said) {
    return with(List.of(new Report.Section("What was said", List.of(said))));
  }

  private static Report with(List<Report.Section> sections) {
    List<CurvePoint> curve =
        IntStream.range(0, 60)
            .mapToObj(m -> new CurvePoint(NOON.plusSeconds(60L * m), 1, m % 12, 0.4))
            .toList();
    return new Report(
        "Safety: <b>burns</b>",
        "Kettlery · major · closed",
        List.of(new Report.Figure("1,204", "reached"), new Report.Figure("7", "cases")),
        List.of(
            new Report.Step("First post", "2 Mar 12:00", ""),
            new Report.Step("First alarm", "2 Mar 12:04", "+4 min"),
            new Report.Step("Ended", "–", "")),
        curve,
        List.of(new Report.Mark(NOON.plusSeconds(240), "alarm")),
        ZoneOffset.UTC,
        sections);
  }
}
