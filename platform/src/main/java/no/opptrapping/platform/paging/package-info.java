/** Lists in pages with an opaque cursor. */
@NullMarked
package no.opptrapping.platform.paging;

import org.jspecify.annotations.NullMarked;
