package dev.frontline.ingest.listening;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands {@link Words} to Lucene. */
final class PostAnalyzer extends Analyzer {

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new PostTokenizer());
  }

  private static final class PostTokenizer extends Tokenizer {
    private static final int LONGEST = 200;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final char[] buffer = new char[4096];
    private Iterator<Word> words = List.<Word>of().iterator();

    @Override
    public boolean incrementToken() {
      if (!words.hasNext()) {
        return false;
      }
      clearAttributes();
      Word word = words.next();
      term.setEmpty().append(word.text(), 0, Math.min(LONGEST, word.text().length()));
      step.setPositionIncrement(word.beside() ? 0 : 1);
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      StringBuilder text = new StringBuilder();
      int read;
      while ((read = input.read(buffer)) >= 0) {
        text.append(buffer, 0, read);
      }
      words = Words.ofPost(text.toString()).iterator();
    }
  }
}
