package no.opptrapping.grant.schemes;

/**
 * Whom to ask.
 *
 * @param phone may be empty, the others not
 */
public record Contact(String name, String email, String phone) {}
