/** A real PostgreSQL, a real Kafka broker and a local OpenID issuer, started without root, containers or network. */
@NullMarked
package no.opptrapping.embedded;

import org.jspecify.annotations.NullMarked;
