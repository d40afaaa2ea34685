package org.claimgate.web;

import java.util.List;

/** Which part of a long list is shown: pages count from 1. */
record Paging(int page) {

    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 100_000;

    /**
     * One page of a list.
     *
     * @param previous number of the page before; 0 for none
     * @param next number of the page after; 0 for none
     */
    record Slice<T>(List<T> items, int number, int previous, int next) {}

    /** The page that an address asks for; the first one for anything that is no page number. */
    static Paging of(String parameter) {
        boolean isNumber = parameter != null && parameter.matches("[0-9]{1,6}");
        return new Paging(isNumber ? Math.min(Math.max(Integer.parseInt(parameter), 1), LAST_PAGE) : 1);
    }

    int offset() {
        return (page - 1) * PAGE_SIZE;
    }

    /** One more than is shown, to know whether there is a next page. */
    int limit() {
        return PAGE_SIZE + 1;
    }

    <T> Slice<T> slice(List<T> found) {
        boolean more = found.size() > PAGE_SIZE;
        return new Slice<>(more ? found.subList(0, PAGE_SIZE) : found, page, page - 1, more ? page + 1 : 0);
    }
}
