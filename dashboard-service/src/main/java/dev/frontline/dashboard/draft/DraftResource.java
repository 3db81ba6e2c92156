package dev.frontline.dashboard.draft;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.live.RecentCases;
import dev.frontline.dashboard.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Keeps an answer while it is being written. */
@Path("/cases/{id}/draft")
@Blocking
public class DraftResource {

  private final CurrentViewer current;
  private final RecentCases cases;
  private final Drafts drafts;
  private final Clock clock;

  @Inject
  DraftResource(CurrentViewer current, RecentCases cases, Drafts drafts, Clock clock) {
    this.current = current;
    this.cases = cases;
    this.drafts = drafts;
    this.clock = clock;
  }

  @POST
  public Response keep(
      @PathParam("id") String id, @FormParam("text") @DefaultValue("") String text) {
    Viewer viewer = current.get();
    CaseState seen = cases.find(id).orElseThrow(NotFoundException::new);
    if (!viewer.sees(seen.department())) {
      throw new ForbiddenException("This case is in another department.");
    }
    if (text.length() > Drafts.LONGEST) {
      return Problem.of(
              422,
              "The answer is too long to be kept",
              "An answer has at most 5,000 characters; this one has " + text.length() + ".")
          .response();
    }
    drafts.keep(viewer.id(), id, text, clock.instant());
    return Response.noContent().build();
  }
}
