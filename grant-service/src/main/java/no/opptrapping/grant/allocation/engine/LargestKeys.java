package no.opptrapping.grant.allocation.engine;

/** Finds how large the largest of many numbers are by selection: linear on average, where sorting is not. */
final class LargestKeys {
    private LargestKeys() {}

    /**
     * Reorders the first {@code size} keys so that the {@code count} largest come first, the smallest of them last;
     * {@code count} is from 1 to {@code size}.
     */
    static void select(long[] keys, int size, int count) {
        var low = 0;
        var high = size - 1;
        var at = count - 1;
        while (low < high) {
            var pivot = median(keys[low], keys[(low + high) >>> 1], keys[high]);
            var i = low;
            var j = high;
            while (i <= j) {
                while (keys[i] > pivot) {
                    i++;
                }
                while (keys[j] < pivot) {
                    j--;
                }
                if (i <= j) {
                    var swapped = keys[i];
                    keys[i] = keys[j];
                    keys[j] = swapped;
                    i++;
                    j--;
                }
            }
            if (at <= j) {
                high = j;
            } else if (at >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    /** The largest of the keys from {@code from} on; -1 where there are none, as keys are never negative. */
    static long largest(long[] keys, int from, int size) {
        var largest = -1L;
        for (var i = from; i < size; i++) {
            largest = Math.max(largest, keys[i]);
        }
        return largest;
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
