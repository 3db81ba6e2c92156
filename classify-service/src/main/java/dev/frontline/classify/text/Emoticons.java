package dev.frontline.classify.text;

/** Emoji and typed smileys, and the feeling that the common ones carry. */
final class Emoticons {

  private static final String HAPPY =
      "😀😃😄😁😆😊🙂😍🥰😘😎🤩🥳😋😌❤💕💖💗💙💚💛💜🧡💯👍👏🙌🎉✨🔥💪🙏👌😻♥☺🤗⭐🌟🏆";
  private static final String SAD =
      "😠😡🤬😤😒🙄😞😔😟😕🙁☹😣😖😫😩😢😭😱😨😰👎💔🤮🤢😷🤦💀😑😾🖕🤡";

  private Emoticons() {}

  static boolean isEmoji(int code) {
    return code >= 0x1F000 && code <= 0x1FAFF
        || code >= 0x2600 && code <= 0x27BF
        || code == 0x2B50
        || code == 0x2764;
  }

  /** -1, 0 or 1 for the token that starts there. */
  static int polarity(CharSequence text, int at) {
    int length = length(text, at);
    if (length > 0) {
      char mouth = text.charAt(at + length - 1);
      return mouth == ')' || mouth == 'D' || mouth == 'P' || mouth == '3' ? 1 : -1;
    }
    int code = Character.codePointAt(text, at);
    if (HAPPY.indexOf(code) >= 0) {
      return 1;
    }
    return SAD.indexOf(code) >= 0 ? -1 : 0;
  }

  /** Characters of the typed smiley that starts there, 0 where none does. */
  static int length(CharSequence text, int at) {
    char eyes = text.charAt(at);
    if (eyes == '<' && at + 1 < text.length() && text.charAt(at + 1) == '3') {
      return 2;
    }
    if (eyes != ':' && eyes != ';' && eyes != '=') {
      return 0;
    }
    int mouth = at + 1;
    if (mouth < text.length() && (text.charAt(mouth) == '-' || text.charAt(mouth) == '\'')) {
      mouth++;
    }
    if (mouth >= text.length() || ")(DP/|[".indexOf(text.charAt(mouth)) < 0) {
      return 0;
    }
    return mouth + 1 < text.length() && text.charAt(mouth) == '/' && text.charAt(mouth + 1) == '/'
        ? 0
        : mouth + 1 - at;
  }

  static int hash(CharSequence text, int at) {
    return Hashing.of(polarity(text, at) > 0 ? "<smile>" : "<frown>");
  }
}
