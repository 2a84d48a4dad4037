/** Known bad: a room. */
@NullMarked
package no.opptrapping.platform.badexamples.missing.money;

import org.jspecify.annotations.NullMarked;
