package dev.frontline.dashboard.api;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page from 1
 * @param size most items a page
 * @param total items on all pages
 */
public record PageJson<T>(List<T> items, int page, int size, int total) {}
