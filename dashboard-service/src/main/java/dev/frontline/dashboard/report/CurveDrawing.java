package dev.frontline.dashboard.report;

import dev.frontline.contracts.incident.CurvePoint;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws what came a minute as bars, what is usual as a line, and what happened when. */
final class CurveDrawing {

  private static final float HEIGHT = 130;
  private static final float BELOW = 16;
  private static final float ABOVE = 34;
  private static final int LABELS = 5;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private CurveDrawing() {}

  static void draw(Sheets sheets, List<CurvePoint> curve, List<Report.Mark> marks, ZoneId zone)
      throws IOException {
    float base = sheets.room(ABOVE + HEIGHT + BELOW) - ABOVE - HEIGHT;
    CurvePoint last = curve.get(curve.size() - 1);
    long from = curve.get(0).at().getEpochSecond();
    long to = Math.max(from + 60, last.at().getEpochSecond() + 60L * last.minutes());
    double most = curve.stream().mapToDouble(p -> Math.max(perMinute(p), usual(p))).max().orElse(1);
    float unit = (float) (HEIGHT / Math.max(1, most));
    PDPageContentStream out = sheets.stream();
    out.setNonStrokingColor(0.45f, 0.6f, 0.8f);
    for (CurvePoint point : curve) {
      float x = x(point.at(), from, to);
      float width = x(point.at().plusSeconds(60L * Math.max(1, point.minutes())), from, to) - x;
      if (point.counted() > 0) {
        out.addRect(x, base, Math.max(0.5f, width - 0.3f), (float) perMinute(point) * unit);
        out.fill();
      }
    }
    out.setStrokingColor(0.3f, 0.3f, 0.3f);
    out.setLineWidth(0.8f);
    out.moveTo(Sheets.LEFT, base + (float) usual(curve.get(0)) * unit);
    for (CurvePoint point : curve) {
      out.lineTo(x(point.at(), from, to), base + (float) usual(point) * unit);
    }
    out.stroke();
    marks(sheets, marks, base, from, to);
    sheets.at(
        String.format(Locale.ROOT, "%.0f posts a minute", most),
        Sheets.LEFT,
        base + HEIGHT + 4,
        7,
        0.4f);
    for (int i = 0; i < LABELS; i++) {
      Instant at = Instant.ofEpochSecond(from + (to - from) * i / (LABELS - 1));
      float x = Math.min(x(at, from, to), Sheets.LEFT + Sheets.WIDTH - 20);
      sheets.at(CLOCK.format(at.atZone(zone)), x, base - 10, 7, 0.4f);
    }
  }

  private static void marks(Sheets sheets, List<Report.Mark> marks, float base, long from, long to)
      throws IOException {
    PDPageContentStream out = sheets.stream();
    int lower = 0;
    for (Report.Mark mark : marks) {
      long at = mark.at().getEpochSecond();
      if (at >= from && at <= to) {
        float x = x(mark.at(), from, to);
        out.setStrokingColor(0.75f, 0.1f, 0.1f);
        out.moveTo(x, base);
        out.lineTo(x, base + HEIGHT + 6);
        out.stroke();
        float right = Math.min(x + 2, Sheets.LEFT + Sheets.WIDTH - 60);
        sheets.at(mark.text(), right, base + HEIGHT + 12 + 8 * (lower++ % 3), 7, 0.2f);
      }
    }
  }

  private static float x(Instant at, long from, long to) {
    double share = (at.getEpochSecond() - from) / (double) (to - from);
    return (float) (Sheets.LEFT + Sheets.WIDTH * Math.max(0, Math.min(1, share)));
  }

  private static double perMinute(CurvePoint point) {
    return point.counted() / Math.max(1, point.minutes());
  }

  private static double usual(CurvePoint point) {
    return point.usual() / Math.max(1, point.minutes());
  }
}
