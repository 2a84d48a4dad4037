/** Where what is heard of the register is kept: in the service's own tables, as it came. */
@NullMarked
package no.opptrapping.platform.register.kept;

import org.jspecify.annotations.NullMarked;
