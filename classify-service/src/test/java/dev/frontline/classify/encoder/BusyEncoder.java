package dev.frontline.classify.encoder;

/** A process whose threads are in the encoder all the time, for {@link KilledEncoderTest}. */
final class BusyEncoder {

  private static final int THREADS = 3;

  private BusyEncoder() {}

  public static void main(String[] args) throws InterruptedException {
    Encoder encoder = Encoder.load();
    DrainOnSignal.of(encoder::close);
    for (int i = 0; i < THREADS; i++) {
      new Thread(
              () -> {
                while (encoder.read("Three hours at the gate and nobody tells us anything")
                    != null) {
                  Thread.onSpinWait();
                }
              })
          .start();
    }
    System.out.println("busy");
    Thread.currentThread().join();
  }
}
