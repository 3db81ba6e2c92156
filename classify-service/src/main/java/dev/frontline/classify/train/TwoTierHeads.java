package dev.frontline.classify.train;

import dev.frontline.classify.model.Attention;
import dev.frontline.classify.model.TextCnn;

/**
 * What was learned from some posts, by output where there is one each.
 *
 * @param fast over n-grams
 * @param context over word pieces, the fast tier's too
 * @param slow over n-grams, the encoder's vector and the surface
 * @param attention to the encoder's marks
 */
record TwoTierHeads(
    DualLogistic[] fast, TextCnn context, DualLogistic[] slow, Attention attention) {}
