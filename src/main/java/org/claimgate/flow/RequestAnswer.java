package org.claimgate.flow;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param body JSON
 */
public record RequestAnswer(int status, String body) {}
