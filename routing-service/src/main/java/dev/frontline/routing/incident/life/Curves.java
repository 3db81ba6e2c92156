package dev.frontline.routing.incident.life;

import dev.frontline.contracts.incident.CurvePoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Joins pieces of a curve; older ones become coarser, so that its size is bounded. */
final class Curves {

  private static final int MOST = 240;
  private static final int COARSER = 5;

  private Curves() {}

  /** Both, where the later piece says more of a minute. */
  static List<CurvePoint> join(List<CurvePoint> known, List<CurvePoint> more) {
    TreeMap<Instant, CurvePoint> points = new TreeMap<>();
    known.forEach(p -> points.put(p.at(), p));
    for (CurvePoint point : more) {
      CurvePoint before = points.get(point.at());
      if (before == null || before.minutes() <= point.minutes()) {
        points.put(point.at(), point);
      }
    }
    List<CurvePoint> joined = new ArrayList<>(points.values());
    return joined.size() <= MOST ? joined : coarser(joined);
  }

  private static List<CurvePoint> coarser(List<CurvePoint> points) {
    List<CurvePoint> result = new ArrayList<>();
    int half = points.size() / 2;
    for (int i = 0; i < half; i += COARSER) {
      List<CurvePoint> some = points.subList(i, Math.min(half, i + COARSER));
      result.add(
          new CurvePoint(
              some.get(0).at(),
              some.stream().mapToInt(CurvePoint::minutes).sum(),
              some.stream().mapToDouble(CurvePoint::counted).sum(),
              some.stream().mapToDouble(CurvePoint::usual).sum()));
    }
    result.addAll(points.subList(half, points.size()));
    return result;
  }
}
