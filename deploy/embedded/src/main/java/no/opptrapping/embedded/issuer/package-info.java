/** A local OpenID Connect issuer with the claims of Maskinporten and of the staff's sign-in, for development and tests. */
@NullMarked
package no.opptrapping.embedded.issuer;

import org.jspecify.annotations.NullMarked;
