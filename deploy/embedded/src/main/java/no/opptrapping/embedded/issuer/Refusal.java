package no.opptrapping.embedded.issuer;

/** A token request that is answered with an OAuth 2.0 error (RFC 6749, section 5.2). */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    private Refusal(String code, String description) {
        super(description);
        this.code = code;
    }

    static Refusal request(String description) {
        return new Refusal("invalid_request", description);
    }

    static Refusal client(String description) {
        return new Refusal("invalid_client", description);
    }

    static Refusal grant(String description) {
        return new Refusal("invalid_grant", description);
    }

    static Refusal scope(String description) {
        return new Refusal("invalid_scope", description);
    }

    static Refusal grantType(String description) {
        return new Refusal("unsupported_grant_type", description);
    }

    String code() {
        return code;
    }

    int status() {
        return "invalid_client".equals(code) ? 401 : 400;
    }
}
