package dev.frontline.ingest.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must not be read in the store: AES-256 in Galois/Counter Mode (NIST SP 800-38D), a
 * random nonce of 96 bits for each sealing. What is sealed for one owner opens for no other, so
 * that whoever can write to the store cannot give one account's token to another. Written as {@code
 * v1.KEY.BASE64URL(nonce, ciphertext, tag)}, where KEY names the key, so that keys can be changed.
 */
final class Sealing {

  private static final String VERSION = "v1";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int NAME_CHARACTERS = 8;

  private final Map<String, SecretKey> keys;
  private final String current;
  private final SecureRandom random;

  private Sealing(Map<String, SecretKey> keys, String current, SecureRandom random) {
    this.keys = keys;
    this.current = current;
    this.random = random;
  }

  /**
   * @param key by which is sealed from now on: 32 bytes in Base64
   * @param former keys that still open what was sealed by them
   * @throws IllegalArgumentException where one is no such key; it is not repeated in the message
   */
  static Sealing by(String key, List<String> former) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    SecretKey first = key(key);
    former.forEach(
        one -> {
          SecretKey old = key(one);
          keys.put(name(old), old);
        });
    keys.put(name(first), first);
    return new Sealing(keys, name(first), new SecureRandom());
  }

  /**
   * @param owner for whom alone it opens
   */
  String seal(String owner, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        run(
            Cipher.ENCRYPT_MODE,
            keys.get(current),
            nonce,
            owner,
            text.getBytes(StandardCharsets.UTF_8));
    byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return String.join(
        ".", VERSION, current, Base64.getUrlEncoder().withoutPadding().encodeToString(all));
  }

  /** What was sealed; empty where the key is not here, or it was changed or belongs to another. */
  Optional<String> open(String owner, String sealed) {
    String[] parts = sealed.split("\\.", 3);
    SecretKey key = parts.length == 3 && parts[0].equals(VERSION) ? keys.get(parts[1]) : null;
    if (key == null) {
      return Optional.empty();
    }
    try {
      byte[] all = Base64.getUrlDecoder().decode(parts[2]);
      if (all.length < NONCE_BYTES + TAG_BITS / 8) {
        return Optional.empty();
      }
      byte[] nonce = new byte[NONCE_BYTES];
      byte[] text = new byte[all.length - NONCE_BYTES];
      ByteBuffer.wrap(all).get(nonce).get(text);
      return Optional.of(
          new String(run(Cipher.DECRYPT_MODE, key, nonce, owner, text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Whether it was sealed by another key than the one that seals now. */
  boolean isOld(String sealed) {
    return !sealed.startsWith(VERSION + "." + current + ".");
  }

  private static byte[] run(int mode, SecretKey key, byte[] nonce, String owner, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("it cannot be sealed or opened", e);
    }
  }

  private static SecretKey key(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be " + KEY_BYTES + " bytes in Base64", e);
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "must be " + KEY_BYTES + " bytes in Base64, not " + bytes.length);
    }
    return new SecretKeySpec(bytes, "AES");
  }

  private static String name(SecretKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(hash).substring(0, NAME_CHARACTERS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
