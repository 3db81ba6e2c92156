package dev.frontline.classify.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.encoder.WordPiece;
import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostReaderTest {

  private final PostReader reader =
      new PostReader(CueBook.shipped(), ModelFile.shipped().languages());

  @Test
  void theBrandsNameIsMaskedWhereverItStands() {
    String post = "The new Kestrel is great, but @kestrel never answers and kestrels are birds";
    int mask = TextCnn.MASKED;

    int[] named = pieces(post, BrandNames.NONE);
    int[] masked = pieces(post, BrandNames.of(List.of("Kestrel")));

    assertThat(named).doesNotContain(mask).hasSameSizeAs(masked);
    assertThat(Arrays.stream(masked).filter(id -> id == mask)).isNotEmpty();
    for (int i = 0; i < named.length; i++) {
      assertThat(masked[i]).isIn(named[i], mask);
    }
    int great = WordPiece.shipped().read("great", 8).ids()[1];
    assertThat(masked).contains(great);
  }

  @Test
  void aPostInAnotherLanguageHasNoPieces() {
    assertThat(pieces("Der Kundendienst hat sich seit drei Wochen nicht gemeldet", BrandNames.NONE))
        .isEmpty();
    assertThat(pieces("配送がとても遅いです", BrandNames.NONE)).isEmpty();
  }

  @Test
  void aPieceIsFoundInItsWord() {
    reader.read("unbelievably late again", BrandNames.NONE, "en");
    int[] all = reader.pieces();

    assertThat(reader.tokenOf(1)).isZero();
    assertThat(reader.tokenOf(all.length - 2)).isEqualTo(2);
    assertThat(reader.tokenOf(all.length - 1)).isEqualTo(-1);
  }

  private int[] pieces(String post, BrandNames names) {
    reader.read(post, names, null);
    return reader.pieces().clone();
  }
}
