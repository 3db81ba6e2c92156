package dev.frontline.classify.wiring;

import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.mention.FastJudge;
import dev.frontline.classify.model.Active;
import dev.frontline.classify.model.ModelFile;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.text.CueBook;
import dev.frontline.kit.company.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Loads the model that ships. */
@ApplicationScoped
class ModelBeans {

  @Produces
  @Singleton
  Tier0Model model() {
    return ModelFile.shipped();
  }

  @Produces
  @Singleton
  Active active() {
    return new Active();
  }

  /** Judges, and says what the shipped model made of a post before anything was learned. */
  @Produces
  @Singleton
  FastJudge judge(Tier0Model model, Encoder encoder, Company company, Active active) {
    return new FastJudge(model, CueBook.shipped(), encoder, company, active);
  }
}
