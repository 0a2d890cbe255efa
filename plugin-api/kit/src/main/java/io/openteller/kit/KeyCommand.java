package io.openteller.kit;

import io.openteller.packages.SigningKey;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "key",
        description = "Keys that packages are signed with.",
        subcommands = {KeyCommand.New.class})
final class KeyCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Override
    public Integer call() {
        throw help.wrongUsage("a command is missing: key new FILE");
    }

    @Command(
            name = "new",
            description = {
                "Make a key pair.",
                "FILE gets both halves, readable by you alone; keep it out of every repository. FILE.public.json gets what an"
                        + " operator needs to trust you; give it to whoever asks."
            })
    static final class New implements Callable<Integer> {

        @Mixin
        private Help help = new Help();

        @Parameters(paramLabel = "FILE", description = "where the private key is kept; must not exist")
        private Path file = Path.of("");

        @Option(names = "--publisher", paramLabel = "NAME", description = "your company's name, for the operator")
        private String publisher = "Your company";

        @Override
        public Integer call() throws IOException {
            if (Files.exists(file)) {
                throw new Refused(file + " exists; a key is never overwritten. Choose another name");
            }
            SigningKey key = SigningKey.generate();
            key.write(file);
            Path open = PublicKeyFile.beside(file);
            PublicKeyFile.write(TrustedKey.of(key, publisher, Trust.PARTNER), open);
            help.say("key %s%n  %s   private: stays with you%n  %s   for operators who are to trust it", key.id(), file, open);
            return 0;
        }
    }
}
