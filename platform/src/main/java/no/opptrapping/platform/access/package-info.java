/** Who is calling: an organisation with a Maskinporten token or a person of the Directorate, and what they did. */
@NullMarked
package no.opptrapping.platform.access;

import org.jspecify.annotations.NullMarked;
