package io.openteller.platform.plugin.internal.running;

import io.micronaut.context.BeanProvider;
import io.openteller.platform.coordination.Preparation;
import jakarta.inject.Singleton;

/** Every package that is installed runs, or has been refused with its reason: a broken one does not keep the others' banks out. */
@Singleton
class PluginsLoaded implements Preparation {

    private final BeanProvider<Running> running;

    PluginsLoaded(BeanProvider<Running> running) {
        this.running = running;
    }

    @Override
    public String what() {
        return "plugins";
    }

    @Override
    public void prepare() {
        running.get();
    }
}
