package io.openteller.host;

import java.nio.file.Path;

/** A platform that ends without a word while its plugin runs. */
final class DyingParent {

    private DyingParent() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Hosted hosted = PluginHost.open(
                Steps.doing(folder, "return done(\"here\");"), Mode.ISOLATED, HostOptions.usual().withFolder(folder.resolve("p")));
        System.out.println("child=" + hosted.process().orElseThrow());
        Runtime.getRuntime().halt(9);
    }
}
