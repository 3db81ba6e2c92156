package dev.frontline.local.supervise;

import java.util.List;

/** Who wants to know what becomes of the processes. */
public interface Watcher {

  /** The state of a process changed; all of them as they are now. */
  void changed(List<ChildStatus> children);

  /** A line for people about something that happened. */
  void said(String line);
}
