// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandline.h"

#include "app/ctl/completion.h"
#include "app/ctl/composite.h"
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

    void addComposite()
    {
        CLI::App *const app =
            app_.add_subcommand("composite", "Compute what charging profiles in a file amount to, without an engine");
        const auto range = [](auto least, auto most) { return CLI::Range(least, most); };
        app->add_option("--profiles", compositeWords_["profiles"],
                        "File with a JSON array of SetChargingProfile requests, - for the standard input")
            ->required();
        app->add_option("--connector", composite_.connector, "0: the sum of all, no more than the maximum")
            ->required()
            ->check(range(0, 1000));
        app->add_option("--from", compositeWords_["from"], "When it begins, 2026-11-22T19:41:00Z; now by default");
        app->add_option("--duration", composite_.duration, "In seconds; a day by default")
            ->check(range(0, 10 * 366 * 86400));
        app->add_option("--unit", compositeWords_["unit"], "A or W; A by default")->check(CLI::IsMember({"A", "W"}));
        app->add_option("--voltage", composite_.voltage, "Of a phase, in volts; 230 by default")
            ->check(range(1.0, 2000.0));
        app->add_option("--phases", composite_.phases, "Of the connector, 1 to 3; 3 by default")->check(range(1, 3));
        app->add_option("--connectors", composite_.connectors,
                        "How many the station has; by default as many as the profiles speak of")
            ->check(range(0, 1000));
        app->add_option("--transaction-start", compositeWords_["transactionStart"],
                        "When the transaction at the connector began or will; none runs by default");
        app->add_option("--transaction-id", composite_.transactionId, "Its number");
        addCompositeOutputs(app);
        actions_.emplace_back(app, [this, app] { return runComposite(*app); });
    }

    void addCompositeOutputs(CLI::App *app)
    {
        const auto add = [&](const char *name, const char *help) {
            return app->add_option(name, compositeWords_[name], help)->expected(0, 1);
        };
        add("--json", "Print JSON, or write it to this file; this is the default");
        add("--csv", "Print a table, or write it to this file")->excludes("--json");
        for (const char *picture : {"--svg", "--png", "--pdf"})
            add(picture, "Not in this version")->excludes("--json")->excludes("--csv");
    }

    ExitCode runComposite(const CLI::App &app)
    {
        for (const char *picture : {"--svg", "--png", "--pdf"}) {
            if (app.count(picture) > 0) {
                printError(u"This version draws no pictures of composite schedules. Take --json or --csv."_s);
                return NotInThisVersion;
            }
        }
        composite_.profiles = QString::fromStdString(compositeWords_["profiles"]);
        composite_.from = QString::fromStdString(compositeWords_["from"]);
        composite_.transactionStart = QString::fromStdString(compositeWords_["transactionStart"]);
        if (app.count("--unit") > 0)
            composite_.unit = QString::fromStdString(compositeWords_["unit"]);
        composite_.csv = app.count("--csv") > 0;
        composite_.out = QString::fromStdString(compositeWords_[composite_.csv ? "--csv" : "--json"]);
        return composite(composite_);
    }

    CLI::App app_;
    std::string api_;
    std::string tokenFile_;
    std::string shell_;
    bool json_ = false;
    std::map<std::string, CLI::App *> nouns_;
    std::map<std::string, std::map<std::string, std::string>> archiveWords_;
    CompositeWords composite_;
    std::map<std::string, std::string> compositeWords_;
    std::list<Typed> typed_;
    std::vector<std::pair<CLI::App *, std::function<ExitCode()>>> actions_;
};

} // namespace

int runCommandLine(int argc, char *argv[])
{
    return CommandLine().run(argc, argv);
}

} // namespace ctl
