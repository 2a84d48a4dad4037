@NullMarked
package no.opptrapping.grant.trace;

import org.jspecify.annotations.NullMarked;
