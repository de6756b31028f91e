// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/completion.h"

#include "app/ctl/verbs.h"

#include <QMap>
#include <QStringList>

namespace ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList &globalOptions()
{
    static const QStringList options{u"--api"_s, u"--token-file"_s, u"--json"_s, u"--help"_s};
    return options;
}

const QStringList &compositeOptions()
{
    static const QStringList options{
        u"--profiles"_s, u"--connector"_s, u"--from"_s,       u"--duration"_s,          u"--unit"_s,
        u"--voltage"_s,  u"--phases"_s,    u"--connectors"_s, u"--transaction-start"_s, u"--transaction-id"_s,
        u"--station"_s,  u"--firmware"_s,  u"--size"_s,       u"--json"_s,              u"--csv"_s,
        u"--svg"_s,      u"--png"_s,       u"--pdf"_s,        u"--xlsx"_s,              u"--help"_s};
    return options;
}

// What may follow the words in the key: "" -> nouns, "stations" -> verbs, "stations set" -> options.
QMap<QString, QStringList> followers()
{
    const QStringList archive{u"--data-dir"_s, u"--database"_s, u"--help"_s};
    QMap<QString, QStringList> map{{u"completion"_s, {u"bash"_s, u"zsh"_s, u"fish"_s}},
                                   {u"backup"_s, archive},
                                   {u"restore"_s, archive},
                                   {u"composite"_s, compositeOptions()}};
    QStringList nouns{u"backup"_s, u"restore"_s, u"completion"_s, u"composite"_s};
    for (const Verb &verb : verbs()) {
        if (!nouns.contains(verb.noun))
            nouns += verb.noun;
        QString words = verb.noun;
        if (!verb.name.isEmpty()) {
            map[words] += verb.name;
            words += u' ' + verb.name;
        }
        QStringList &options = map[words];
        for (const Argument &argument : verb.arguments) {
            if (!argument.isPositional())
                options += argument.name;
        }
        options += u"--help"_s;
    }
    nouns.sort();
    map.insert(QString(), nouns + globalOptions());
    return map;
}

QString caseLines(const QString &format)
{
    QString lines;
    const auto map = followers();
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        lines += format.arg(entry.key(), entry.value().join(u' '));
    return lines;
}

// The words typed so far without options and their values, at most two: the key of followers().
QString bashScript()
{
    return u"# bash completion for stationmasterctl\n"
           "_stationmasterctl() {\n"
           "    local word words=() skip= current=${COMP_WORDS[COMP_CWORD]} choices=\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        if [[ -n $skip ]]; then skip=; continue; fi\n"
           "        case $word in\n"
           "            --json|--help|-h) ;;\n"
           "            -*) skip=1 ;;\n"
           "            *) words+=(\"$word\") ;;\n"
           "        esac\n"
           "    done\n"
           "    case \"${words[*]:0:2}\" in\n"_s
           + caseLines(u"        '%1') choices='%2' ;;\n"_s)
           + u"    esac\n"
             "    if [[ -z $choices ]]; then\n"
             "        case \"${words[0]}\" in\n"
             "            backup|restore) choices='--data-dir --database --help' ;;\n"
             "        esac\n"
             "    fi\n"
             "    COMPREPLY=($(compgen -W \"$choices\" -- \"$current\"))\n"
             "}\n"
             "complete -o default -F _stationmasterctl stationmasterctl\n"_s;
}

QString zshScript()
{
    return u"#compdef stationmasterctl\n"
           "autoload -U +X bashcompinit && bashcompinit\n"_s
           + bashScript();
}

// A word of fish.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"\\'"_s) + u'\'';
}

QString fishLines(const Verb &verb)
{
    QString condition = u"__fish_seen_subcommand_from "_s + verb.noun;
    QString lines;
    if (verb.name.isEmpty()) {
        lines += u"complete -c stationmasterctl -n __fish_use_subcommand -f -a %1 -d %2\n"_s.arg(
            verb.noun, quoted(verb.help));
    } else {
        lines +=
            u"complete -c stationmasterctl -n '%1' -f -a %2 -d %3\n"_s.arg(condition, verb.name, quoted(verb.help));
        condition += u"; and __fish_seen_subcommand_from "_s + verb.name;
    }
    for (const Argument &argument : verb.arguments) {
        if (!argument.isPositional())
            lines +=
                u"complete -c stationmasterctl -n '%1' -r -l %2\n"_s.arg(condition, argument.name.sliced(2));
    }
    return lines;
}

QString fishScript()
{
    QString script = u"# fish completion for stationmasterctl\n"_s;
    QStringList seen;
    for (const Verb &verb : verbs()) {
        if (!verb.name.isEmpty() && !seen.contains(verb.noun)) {
            seen += verb.noun;
            script += u"complete -c stationmasterctl -n __fish_use_subcommand -f -a %1 -d %2\n"_s.arg(
                verb.noun, quoted(nounHelp(verb.noun)));
        }
        script += fishLines(verb);
    }
    for (const QString &word : {u"backup"_s, u"restore"_s, u"completion"_s, u"composite"_s})
        script += u"complete -c stationmasterctl -n __fish_use_subcommand -f -a %1\n"_s.arg(word);
    script +=
        u"complete -c stationmasterctl -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'\n"_s;
    for (const QString &option : compositeOptions())
        script +=
            u"complete -c stationmasterctl -n '__fish_seen_subcommand_from composite' -l %1\n"_s.arg(option.sliced(2));
    for (const QString &option : globalOptions())
        script += u"complete -c stationmasterctl -l %1\n"_s.arg(option.sliced(2));
    return script;
}

} // namespace

std::optional<QString> completionScript(const QString &shell)
{
    if (shell == "bash"_L1)
        return bashScript();
    if (shell == "zsh"_L1)
        return zshScript();
    if (shell == "fish"_L1)
        return fishScript();
    return std::nullopt;
}

} // namespace ctl
