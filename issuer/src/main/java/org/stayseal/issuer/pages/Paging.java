package org.stayseal.issuer.pages;

import java.util.List;

/**
 * One page of a list that was asked for with one row more than is shown, which tells whether there is a next page.
 *
 * @param page from 0
 * @param size rows of a page
 */
record Paging(int page, int size) {
    private static final int LAST = 10_000;

    Paging {
        page = Math.max(0, Math.min(page, LAST));
    }

    /**
     * Where one can go from here.
     *
     * @param previous whether there is a page before
     * @param next whether there is a page after
     */
    record Links(int page, boolean previous, boolean next) {}

    int offset() {
        return page * size;
    }

    <T> List<T> rows(List<T> found) {
        return found.subList(0, Math.min(size, found.size()));
    }

    Links of(List<?> found) {
        return new Links(page, page > 0, found.size() > size);
    }
}
