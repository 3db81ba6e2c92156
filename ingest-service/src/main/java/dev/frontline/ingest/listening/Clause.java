package dev.frontline.ingest.listening;

import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * A part of a query, as Lucene's and as what a network can be asked for.
 *
 * @param terms of what it looks for
 */
record Clause(Query query, SearchTerms terms) {

  static Clause any(List<Clause> some) {
    if (some.size() == 1) {
      return some.get(0);
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    some.forEach(one -> any.add(one.query, Occur.SHOULD));
    return new Clause(any.build(), SearchTerms.any(some.stream().map(Clause::terms).toList()));
  }

  /** What is unwanted is asked for as well: what a network finds is looked at here. */
  static Clause all(List<Clause> wanted, List<Clause> unwanted) {
    if (wanted.size() == 1 && unwanted.isEmpty()) {
      return wanted.get(0);
    }
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    wanted.forEach(one -> every.add(one.query, Occur.MUST));
    unwanted.forEach(one -> every.add(one.query, Occur.MUST_NOT));
    return new Clause(every.build(), SearchTerms.all(wanted.stream().map(Clause::terms).toList()));
  }
}
