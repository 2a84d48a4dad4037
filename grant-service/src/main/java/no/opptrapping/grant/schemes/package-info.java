/** Schemes (tilskuddsordninger): a standing purpose with rules, a budget chapter and an item. */
@NullMarked
package no.opptrapping.grant.schemes;

import org.jspecify.annotations.NullMarked;
