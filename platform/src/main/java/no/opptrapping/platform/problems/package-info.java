/** Problem details (RFC 9457): one shape for every refusal, with every broken rule, in the reader's language. */
@NullMarked
package no.opptrapping.platform.problems;

import org.jspecify.annotations.NullMarked;
