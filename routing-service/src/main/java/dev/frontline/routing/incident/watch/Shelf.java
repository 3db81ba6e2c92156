package dev.frontline.routing.incident.watch;

/** Where a brand's watch keeps what it must know after a restart. */
public interface Shelf {

  void put(String key, byte[] value);

  void delete(String key);
}
