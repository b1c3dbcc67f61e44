package oropos.terminology;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Many phrases, found by their keys one step at a time: a prefix tree.
///
/// The edges stand in one open-addressed table of `long`s (node, word), which holds the 100,000
/// names of MeSH in a few megabytes and costs one look-up for every word read.
final class Phrases {

    static final int ROOT = 0;
    static final int NOWHERE = -1;
    static final int NOTHING = -1;

    private final Map<String, Integer> words = new HashMap<>(1 << 16);
    private long[] edges = new long[1 << 18];
    private int[] targets = new int[1 << 18];
    private int[] values = new int[1 << 17];
    private int nodes = 1;
    private int used;

    Phrases() {
        Arrays.fill(edges, -1);
        Arrays.fill(values, NOTHING);
    }

    /// Adds a phrase unless it is there already.
    ///
    /// @return whether it was new
    boolean add(List<String> keys, int value) {
        int node = ROOT;
        for (String key : keys) {
            Integer known = words.get(key);
            int word = known == null ? words.size() : known;
            if (known == null) {
                words.put(key, word);
            }
            node = grow(node, word);
        }
        if (node == ROOT || values[node] != NOTHING) {
            return false;
        }
        values[node] = value;
        return true;
    }

    /// The number of a key, or [#NOWHERE] where no phrase has it.
    int word(String key) {
        Integer word = words.get(key);
        return word == null ? NOWHERE : word;
    }

    /// The node after the key of this number, or [#NOWHERE].
    int step(int node, int word) {
        if (word == NOWHERE) {
            return NOWHERE;
        }
        long edge = edge(node, word);
        int slot = slot(edge, edges.length);
        while (edges[slot] != -1) {
            if (edges[slot] == edge) {
                return targets[slot];
            }
            slot = slot + 1 & edges.length - 1;
        }
        return NOWHERE;
    }

    /// What ends at a node, or [#NOTHING].
    int value(int node) {
        return values[node];
    }

    private int grow(int node, int word) {
        long edge = edge(node, word);
        int slot = slot(edge, edges.length);
        while (edges[slot] != -1) {
            if (edges[slot] == edge) {
                return targets[slot];
            }
            slot = slot + 1 & edges.length - 1;
        }
        edges[slot] = edge;
        targets[slot] = nodes;
        if (nodes == values.length) {
            values = Arrays.copyOf(values, nodes * 2);
            Arrays.fill(values, nodes, values.length, NOTHING);
        }
        if (++used * 2 > edges.length) {
            spread();
        }
        return nodes++;
    }

    private void spread() {
        long[] wide = new long[edges.length * 2];
        int[] ends = new int[wide.length];
        Arrays.fill(wide, -1);
        for (int i = 0; i < edges.length; i++) {
            if (edges[i] != -1) {
                int slot = slot(edges[i], wide.length);
                while (wide[slot] != -1) {
                    slot = slot + 1 & wide.length - 1;
                }
                wide[slot] = edges[i];
                ends[slot] = targets[i];
            }
        }
        edges = wide;
        targets = ends;
    }

    private static long edge(int node, int word) {
        return (long) node << 32 | word;
    }

    private static int slot(long edge, int size) {
        long mixed = edge * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & size - 1;
    }
}
