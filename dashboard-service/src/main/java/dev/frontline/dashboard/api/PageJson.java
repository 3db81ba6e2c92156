package dev.frontline.dashboard.api;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page from 1
 * @param size most items a page
 * @param total items on all pages; posts have one page only and are not counted beyond it, so there
 *     it is the number of {@code items}, and where that is {@code size} there may be more
 */
public record PageJson<T>(List<T> items, int page, int size, int total) {}
