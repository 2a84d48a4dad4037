/** Clients of the official sources, whose answers are read as untrusted input. */
@NullMarked
package no.opptrapping.municipality.sync.http;

import org.jspecify.annotations.NullMarked;
