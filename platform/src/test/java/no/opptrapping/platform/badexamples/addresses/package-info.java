/** Known bad: operations that take ids as texts. */
@NullMarked
package no.opptrapping.platform.badexamples.addresses;

import org.jspecify.annotations.NullMarked;
