// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandline.h"

#include "app/ctl/completion.h"
#include "app/ctl/printing.h"

#include <CLI/CLI.hpp>

#include <map>

namespace ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto footer =
    "Exit codes: 0 done, 1 refused or not accepted, 2 wrong usage, 3 no engine answers, 4 not authorised,\n"
    "5 not found, 64 not in this version.\n"
    "The token is taken from --token-file, from the file that STATIONMASTER_TOKEN_FILE names, or from the\n"
    "file api-token in the default data directory.";

std::string text(QLatin1StringView view)
{
    return {view.data(), size_t(view.size())};
}

// Where CLI11 puts the words of one verb, until it is known which verb was typed.
struct Typed {
    const Verb *verb;
    CLI::App *app;
    std::map<std::string, std::vector<std::string>> words; // by argument name; addresses stay
};

class CommandLine {
public:
    CommandLine() : app_("Command line for Stationmaster", "stationmasterctl")
    {
        app_.footer(footer);
        app_.require_subcommand(1);
        app_.set_version_flag("--version", std::string("stationmasterctl ") + SM_VERSION);
        app_.add_option("--api", api_,
                        "Address of the engine's control API, http://127.0.0.1:8180/api/v1 by default");
        app_.add_option("--token-file", tokenFile_, "File with the token");
        app_.add_flag("--json", json_, "Print what the API answers, untouched");
        app_.fallthrough(); // global options may also stand behind the verb
        for (const Verb &verb : verbs())
            addVerb(verb);
        addArchive("backup", "Copy the database to a file, while the engine may be running", backup);
        addArchive("restore", "Replace the database by a copy; the engine must not be running", restore);
        addCompletion();
        addComposite();
    }

    int run(int argc, char *argv[])
    {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError &error) {
            return app_.exit(error) == 0 ? Done : BadUsage;
        }
        for (const auto &[app, action] : actions_) {
            if (app->parsed())
                return action();
        }
        return BadUsage;
    }

private:
    CLI::App *nounApp(const Verb &verb)
    {
        CLI::App *&noun = nouns_[text(verb.noun)];
        if (!noun) {
            noun = app_.add_subcommand(text(verb.noun), nounHelp(verb.noun).toStdString());
            noun->require_subcommand(1)->fallthrough();
        }
        return noun;
    }

    void addVerb(const Verb &verb)
    {
        CLI::App *const parent = verb.name.isEmpty() ? &app_ : nounApp(verb);
        CLI::App *const app =
            parent->add_subcommand(text(verb.name.isEmpty() ? verb.noun : verb.name), text(verb.help));
        app->fallthrough();
        Typed &typed = typed_.emplace_back(Typed{&verb, app, {}});
        for (const Argument &argument : verb.arguments)
            addArgument(typed, argument);
        actions_.emplace_back(app, [this, &typed] { return ctl::run(invocationOf(typed)); });
    }

    static void addArgument(Typed &typed, const Argument &argument)
    {
        const std::string name = text(argument.name);
        CLI::Option *const option = typed.app->add_option(name, typed.words[name], text(argument.help));
        // One word each: the next word is the next argument's.
        option->required(argument.required)->expected(1)->allow_extra_args(false);
        if (argument.kind == Argument::Kind::TextList || argument.kind == Argument::Kind::ListOfLists)
            option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }

    Invocation invocationOf(const Typed &typed) const
    {
        Invocation invocation{
            QString::fromStdString(api_), QString::fromStdString(tokenFile_), json_, typed.verb, {}};
        for (const auto &[name, words] : typed.words) {
            for (const std::string &word : words)
                invocation.values[QString::fromStdString(name)] += QString::fromStdString(word);
        }
        return invocation;
    }

    void addArchive(const char *name, const char *help, ExitCode (*action)(const Archive &))
    {
        CLI::App *const app = app_.add_subcommand(name, help);
        auto &words = archiveWords_[name];
        app->add_option("--data-dir", words["data-dir"], "The engine's data directory");
        app->add_option("--database", words["database"], "The engine's database, if it is not the usual one");
        app->add_option("FILE", words["file"], "The copy")->required();
        actions_.emplace_back(app, [&words, action] {
            return action({QString::fromStdString(words["data-dir"]),
                           QString::fromStdString(words["database"]), QString::fromStdString(words["file"])});
        });
    }

    void addCompletion()
    {
        CLI::App *const app =
            app_.add_subcommand("completion", "Print a script that completes commands in a shell");
        app->add_option("SHELL", shell_, "bash, zsh or fish")
            ->required()
            ->check(CLI::IsMember({"bash", "zsh", "fish"}));
        actions_.emplace_back(app, [this] {
            printOut(completionScript(QString::fromStdString(shell_)).value_or(QString()).toUtf8());
            return Done;
        });
    }

    // Reserved, so that nothing else takes the name before the charging-profile workbench brings it.
    void addComposite()
    {
        CLI::App *const app =
            app_.add_subcommand("composite", "Compute composite schedules (not in this version)");
        app->fallthrough(false)->prefix_command(); // whatever follows belongs to it, options too
        actions_.emplace_back(app, [] {
            printError(u"\"composite\" belongs to the charging-profile workbench, which this version "
                       "does not contain."_s);
            return NotInThisVersion;
        });
    }

    CLI::App app_;
    std::string api_;
    std::string tokenFile_;
    std::string shell_;
    bool json_ = false;
    std::map<std::string, CLI::App *> nouns_;
    std::map<std::string, std::map<std::string, std::string>> archiveWords_;
    std::list<Typed> typed_;
    std::vector<std::pair<CLI::App *, std::function<ExitCode()>>> actions_;
};

} // namespace

int runCommandLine(int argc, char *argv[])
{
    return CommandLine().run(argc, argv);
}

} // namespace ctl
