package no.opptrapping.grant.schemes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whom to ask.
 *
 * @param phone may be empty, the others not
 */
@Schema(name = "SchemeContact")
public record Contact(String name, String email, String phone) {}
