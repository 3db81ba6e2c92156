package dev.frontline.ingest.account;

import dev.frontline.kit.speaking.Channel;
import dev.frontline.kit.speaking.asked.AskedChannels;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** {@code /internal/channels}: how posts of each source can be answered now. */
@Path(AskedChannels.PATH)
@Blocking
public class ChannelResource {

  private final CurrentChannels channels;

  @Inject
  ChannelResource(CurrentChannels channels) {
    this.channels = channels;
  }

  @GET
  public List<Channel> all() {
    return channels.all();
  }
}
