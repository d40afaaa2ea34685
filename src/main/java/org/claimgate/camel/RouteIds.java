package org.claimgate.camel;

/** How routes that belong to a partner are named, so that one partner can be stopped alone. */
final class RouteIds {

    /** The group of routes that belong to no partner. */
    static final String GATEWAY = "gateway";

    private static final String DELIVERY = "delivery-";
    private static final String PICKUP = "pickup-";

    /** The route that takes claims from their queue. */
    static final String CLAIM_QUEUE = "intake-queue";

    private RouteIds() {}

    static String delivery(String partner) {
        return DELIVERY + partner;
    }

    static String pickup(String partner) {
        return PICKUP + partner;
    }

    /** The partner that a route belongs to, or {@link #GATEWAY}. */
    static String partner(String routeId) {
        if (routeId.startsWith(DELIVERY)) {
            return routeId.substring(DELIVERY.length());
        }
        return routeId.startsWith(PICKUP) ? routeId.substring(PICKUP.length()) : GATEWAY;
    }
}
