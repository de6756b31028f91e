// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

/// Every modal dialog of the program goes through here: window-modal, without a nested event loop, and answerable by a
/// test. GUI thread.
namespace ui::modal {

struct FileRequest {
    enum class Kind { Open, Save } kind = Kind::Open;
    QString title;
    QString suggestion; ///< file name or path to begin with
    QString filter;     ///< "Backups (*.sqlite)"
    bool mayReplace = true; ///< false: the asker refuses a file that exists, so nobody is asked whether to replace it
};
/// `chosen` is called with the file's path; not at all when the person changes their mind.
void chooseFile(QWidget *parent, const FileRequest &request, const std::function<void(const QString &)> &chosen);

/// Only for what cannot be undone.
struct Question {
    QString title;
    QString text;   ///< what will happen, in one or two sentences
    QString action; ///< the button that does it: "Restart the station"
};
void ask(QWidget *parent, const Question &question, const std::function<void()> &agreed);

/// The program's name, version and licence.
void about(QWidget *parent);

/// Answers in place of a person while it exists; for tests and pictures. An empty function means "change your mind".
class Answers {
public:
    Answers();
    ~Answers();
    Answers(const Answers &) = delete;
    Answers &operator=(const Answers &) = delete;

    std::function<QString(const FileRequest &)> file;
    std::function<bool(const Question &)> question;
};

} // namespace ui::modal
