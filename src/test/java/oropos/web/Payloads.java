package oropos.web;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// Two thousand texts that would run a script, leave the page or compute something, were one of them not
/// kept as text.
///
/// The suite takes a seeded sample; `-Doropos.payloads=2000` takes them all.
final class Payloads {

    static final int ALL = 2_000;

    private static final int SAMPLE = 100;

    private static final List<String> SHAPES =
            List.of(
                    "<script>fire(%d)</script>",
                    "<img src=x onerror=fire(%d)>",
                    "\"><script>fire(%d)</script>",
                    "'><svg onload=fire(%d)>",
                    "</textarea><script>fire(%d)</script>",
                    "</title><script>fire(%d)</script>",
                    "\" autofocus onfocus=\"fire(%d)",
                    "' autofocus onfocus='fire(%d)",
                    "<iframe srcdoc=\"<script>parent.fire(%d)</script>\"></iframe>",
                    "javascript:fire(%d)",
                    "<a href=javascript:fire(%d)>x</a>",
                    "<math><mtext></mtext><script>fire(%d)</script></math>",
                    "<details open ontoggle=fire(%d)>x</details>",
                    "<video><source onerror=fire(%d)></video>",
                    "[[${T(java.lang.Runtime).getRuntime().exec('fire%d')}]]",
                    "__${7*%d}__::x",
                    "<style>@import 'data:text/css,x%d'</style>",
                    "<link rel=stylesheet href=data:text/css,x%d>",
                    "<base href=//evil.example/%d>",
                    "<meta http-equiv=refresh content=0;url=javascript:fire(%d)>",
                    "--><script>fire(%d)</script>",
                    "]]><script>fire(%d)</script>",
                    "<body onload=fire(%d)>",
                    "<object data=javascript:fire(%d)></object>",
                    "<form action=javascript:fire(%d)><button autofocus>x</button></form>");

    private Payloads() {}

    static String of(int i) {
        String filled = SHAPES.get(i % SHAPES.size()).formatted(i);
        return switch (i / SHAPES.size() % 4) {
            case 1 -> filled.replace("script", "ScRiPt").replace("onerror", "OnErRoR");
            case 2 -> filled.replace(" ", "/");
            case 3 -> "x" + filled + "y";
            default -> filled;
        };
    }

    /// The numbers of those to try, each shape among them.
    static List<Integer> chosen() {
        int many = Integer.getInteger("oropos.payloads", SAMPLE);
        TreeSet<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < Math.min(SHAPES.size(), many); i++) {
            chosen.add(i);
        }
        Random random = new Random(2_000);
        while (chosen.size() < Math.min(many, ALL)) {
            chosen.add(random.nextInt(ALL));
        }
        return List.copyOf(chosen);
    }
}
