/** How a service answers: a small resource of its own behind everything that platform puts around resources. */
@NullMarked
package no.opptrapping.platform.web;

import org.jspecify.annotations.NullMarked;
