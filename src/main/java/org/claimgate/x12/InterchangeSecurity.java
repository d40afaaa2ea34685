package org.claimgate.x12;

/**
 * ISA01 to ISA04: qualifier and text of the authorization, qualifier and text of the security information (a
 * password, where there is one: never for logs). The texts are without their padding.
 */
public record InterchangeSecurity(
        String authorizationQualifier, String authorization, String securityQualifier, String security) {

    /** What the field writes: neither is there. */
    public static final InterchangeSecurity NONE = new InterchangeSecurity("00", "", "00", "");

    /** Without the two texts, which may be secrets. */
    @Override
    public String toString() {
        return "InterchangeSecurity[" + authorizationQualifier + ", " + securityQualifier + "]";
    }
}
