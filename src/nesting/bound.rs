//! How much stack a source may need: one pass over its bytes, an upper bound of what is open at the same time.
//!
//! ```js
//! f(a, [b, !c]);        // at `!`: two brackets, one link
//! if (a) b = c; else d; // at `=`: two links
//! ```
//!
//! In each bracket, *links* are counted: whatever makes the tree deeper without a bracket, be it the parser that
//! recurses (`!!a`, `a = b = c`, `x => y => z`) or only the walks after it (`a + b + c`, `a.b().c()`, `${a}${b}`). A `,` ends the
//! links of an expression, and `;` those of a statement; so does a word where no expression can go on. Never is a
//! link forgotten that is still open; some are kept for longer than they are.
//!
//! What has to be right is where strings, comments and regular expressions begin and end, because brackets inside
//! do not count. Nearly always the token before a `/` tells whether it divides. Where only a parser could tell, and
//! it matters, the rest of the source is not trusted: everything in it counts as open. The same holds behind errors at
//! which the parser breaks a token off, to go on in the midst of it.
//!
//! Why the scan has tokens of its own: the bound is needed before the parser runs, for it is the parser that recurses. Its
//! lexer can't be run ahead: what a `/` and a `}` are, it is told by the parser while that recurses, and its tokens are
//! public under a feature called `unstable` only. Nothing here makes a word or a number; a scan that only skips takes a small part of the time that lexing does.

use memchr::{memchr3, memmem};

use super::{BASE, BRACKET, LIMIT, LINK};
use crate::syntax::keywords::Shapes;

/// The parser takes more stack for an arrow and for a class than for an operator.
pub(super) const HEAVY: usize = 4;

/// The parser walks a chain of `else if` for each that follows, and all labels around a label: its time must have
/// an end, too.
pub(super) const SLOW: usize = 25;

pub(super) struct Bound {
    /// Bytes of stack, at most; if that is more than `LIMIT`, the rest of the source was not looked at.
    pub(super) stack: usize,
    /// The offset where they are needed.
    pub(super) deepest: usize,
}

pub(super) fn bound(source: &str) -> Bound {
    let mut scan = Scan {
        source,
        bytes: source.as_bytes(),
        at: 0,
        outer: vec![],
        open: Frame::default(),
        links: 0,
        before: Token::Start,
        last: Token::Start,
        newline: true,
        bound: Bound { stack: BASE, deepest: 0 },
    };
    if source.starts_with("#!") {
        scan.skip_line();
    }
    while scan.at < scan.bytes.len() && scan.bound.stack <= LIMIT {
        scan.token();
    }
    scan.bound
}

/// The last token, as far as it says what may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    Start,
    /// A name, a literal, `]` or a postfix operator: a `/` divides.
    Operand,
    /// A `)` that ends no head: a `/` divides.
    ParenEnd,
    /// A `}` that ends an object: a `/` divides.
    ObjectEnd,
    /// A `}` that ends a block, or the `)` that ends a `do`: a `/` begins a regular expression.
    BlockEnd,
    /// A `}` of which only a parser knows whether an expression goes on behind it.
    BraceEnd,
    /// The `)` of `if (…)` and the like; a statement follows.
    HeadEnd,
    /// `if` and others that have a head.
    HeadWord,
    /// The `while` behind a `do`.
    TailWord,
    /// `else` and others that a block follows.
    BlockWord,
    /// Words that may be operators or names, and what may be an operand or not.
    Unclear,
    /// An operand follows.
    Operator,
    Arrow,
    Dot,
    Comma,
    Colon,
    Semicolon,
    BraceStart,
}

/// An open bracket, or the whole source.
#[derive(Default)]
struct Frame {
    opener: Opener,
    /// Links of the expression.
    links: usize,
    /// Links of the statements around it that have no braces.
    statements: usize,
    /// How many of those are a `do` whose `while` is still to come.
    dos: usize,
    /// `?` without their `:`.
    questions: usize,
    /// A `class` whose `{` is still to come.
    in_class_head: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Opener {
    /// `{` and what its `}` is.
    Brace(BraceKind),
    Paren,
    /// The `(` of `if (…)`.
    Head,
    /// The `(` of `do …; while (…)`.
    Tail,
    Bracket,
    /// `${`.
    Template,
    #[default]
    Source,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum BraceKind {
    Block,
    Object,
    Class,
    /// A block or an object.
    Unclear,
}

/// What comes of reading a `/` as the start of a regular expression.
enum Regex {
    /// Its length.
    Ends(usize),
    Open,
    /// It was not worth looking further.
    Long,
}

/// Where a `/` may well divide, a regular expression is not looked for any further.
const LONG_REGEX: usize = 1_000;

struct Scan<'s> {
    source: &'s str,
    bytes: &'s [u8],
    at: usize,
    outer: Vec<Frame>,
    open: Frame,
    /// The links and statements of all frames together.
    links: usize,
    before: Token,
    last: Token,
    /// Whether a line terminator came after the last token.
    newline: bool,
    bound: Bound,
}

impl Scan<'_> {
    fn token(&mut self) {
        let byte = self.peek(0);
        match byte {
            b' ' | b'\t' | 0x0B | 0x0C => return self.skip_blanks(),
            b'\n' | b'\r' => {
                self.newline = true;
                self.at += 1;
                return self.skip_blanks();
            }
            b'/' if self.peek(1) == b'/' => return self.skip_line(),
            b'/' if self.peek(1) == b'*' => return self.skip_block_comment(),
            0x80.. if self.skip_wide_space() => return,
            _ => {}
        }
        if is_word(byte) || (byte == b'.' && self.peek(1).is_ascii_digit() && self.last != Token::Operand) {
            return self.word();
        }
        self.end_pending_statements(false);
        match byte {
            b'(' => self.open(match self.last {
                Token::HeadWord => Opener::Head,
                Token::TailWord => Opener::Tail,
                _ => Opener::Paren,
            }),
            b'[' => self.open(Opener::Bracket),
            b'{' => {
                let kind = self.brace_kind();
                self.open(Opener::Brace(kind));
            }
            b')' | b']' | b'}' => self.close(byte),
            b'`' => {
                self.at += 1;
                self.template();
            }
            b'\'' | b'"' => self.string(byte),
            b'/' => self.slash(),
            b',' => {
                self.end_expression();
                self.step(1, Token::Comma);
            }
            b';' => {
                self.end_expression();
                self.step(1, Token::Semicolon);
            }
            b':' => self.colon(),
            b'?' => self.question(),
            b'.' => self.dot(),
            b'+' | b'-' if self.peek(1) == byte => self.increment(),
            b'<' if self.rest().starts_with(b"<!--") => self.distrust(),
            b'=' if self.peek(1) == b'>' => {
                self.link(HEAVY);
                self.step(2, Token::Arrow);
            }
            // No token at all.
            0..=0x1F | 0x7F => self.step(1, Token::Unclear),
            _ => self.operator(byte),
        }
    }

    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Goes on behind a token.
    fn step(&mut self, length: usize, token: Token) {
        self.at += length;
        (self.before, self.last) = (self.last, token);
        self.newline = false;
    }

    // What is counted.

    fn link(&mut self, weight: usize) {
        self.open.links += weight;
        self.links += weight;
        self.measure();
    }

    fn statement(&mut self, weight: usize) {
        self.open.statements += weight;
        self.links += weight;
        self.measure();
    }

    fn measure(&mut self) {
        let stack = BASE + self.outer.len() * BRACKET + self.links * LINK;
        if stack > self.bound.stack {
            self.bound = Bound { stack, deepest: self.at };
        }
    }

    fn end_expression(&mut self) {
        self.links -= self.open.links;
        self.open.links = 0;
        self.open.questions = 0;
    }

    fn end_statement(&mut self) {
        self.end_expression();
        self.links -= self.open.statements;
        self.open.statements = 0;
        self.open.dos = 0;
    }

    /// What comes after a `;` tells whether the statements around it have ended, too.
    fn end_pending_statements(&mut self, goes_on: bool) {
        if self.last == Token::Semicolon && !goes_on {
            self.end_statement();
        }
    }

    /// Counts all that is left as open.
    fn distrust(&mut self) {
        let rest = self.rest();
        let brackets = rest.iter().filter(|byte| matches!(byte, b'(' | b'[' | b'{' | b'`')).count();
        let more = brackets.saturating_mul(BRACKET).saturating_add(rest.len().saturating_mul(LINK));
        self.measure();
        self.bound.stack = self.bound.stack.saturating_add(more);
        self.at = self.bytes.len();
    }

    // Brackets.

    fn open(&mut self, opener: Opener) {
        let brace = matches!(opener, Opener::Brace(_));
        self.outer.push(std::mem::replace(&mut self.open, Frame { opener, ..Frame::default() }));
        self.measure();
        self.step(1, if brace { Token::BraceStart } else { Token::Operator });
    }

    fn close(&mut self, byte: u8) {
        let closed = self.open.opener;
        if let Some(outer) = self.outer.pop() {
            self.end_statement();
            self.open = outer;
        }
        if closed == Opener::Template && byte == b'}' {
            self.at += 1;
            return self.template();
        }
        self.link(1);
        let token = match closed {
            Opener::Head => Token::HeadEnd,
            Opener::Paren => Token::ParenEnd,
            Opener::Brace(BraceKind::Block) | Opener::Tail => Token::BlockEnd,
            Opener::Brace(BraceKind::Object) => Token::ObjectEnd,
            Opener::Brace(BraceKind::Class | BraceKind::Unclear) => Token::BraceEnd,
            Opener::Bracket | Opener::Template | Opener::Source => Token::Operand,
        };
        self.step(1, token);
    }

    fn brace_kind(&mut self) -> BraceKind {
        if self.last != Token::Operator && std::mem::take(&mut self.open.in_class_head) {
            return BraceKind::Class;
        }
        match self.last {
            Token::Semicolon if self.open.opener == Opener::Head => BraceKind::Object,
            Token::Start | Token::Semicolon | Token::BraceStart | Token::BlockEnd => BraceKind::Block,
            Token::HeadEnd | Token::BlockWord | Token::Arrow => BraceKind::Block,
            // `return` ends at the end of its line.
            Token::Operator | Token::Comma if !self.newline => BraceKind::Object,
            _ => BraceKind::Unclear,
        }
    }

    /// What is left of a template, to its end or its next `${`.
    fn template(&mut self) {
        while let Some(distance) = memchr3(b'\\', b'`', b'$', self.rest()) {
            self.at += distance;
            match self.peek(0) {
                b'\\' => self.at += 2,
                b'`' => {
                    self.link(1);
                    return self.step(1, Token::Operand);
                }
                _ if self.peek(1) == b'{' => {
                    // What it becomes is a chain of `+`, with the substitution and the text before it.
                    self.link(2);
                    self.at += 1;
                    return self.open(Opener::Template);
                }
                _ => self.at += 1,
            }
        }
        self.at = self.bytes.len();
    }

    // Words and operators.

    fn word(&mut self) {
        let start = self.at;
        self.skip_word();
        let word = self.bytes.get(start..self.at).unwrap_or_default();
        if self.last == Token::Dot {
            return self.step(0, Token::Operand);
        }
        if !KEYWORDS.may_be(word) {
            self.end_pending_statements(false);
            self.begin_statement();
            return self.step(0, Token::Operand);
        }
        let may_begin = matches!(self.last, Token::BlockWord | Token::HeadEnd | Token::Colon);
        let is_tail = word == b"while" && self.open.dos > 0 && !may_begin;
        self.end_pending_statements(word == b"else" || is_tail);
        if !is_tail
            && !matches!(
                word,
                b"else" | b"catch" | b"finally" | b"extends" | b"in" | b"instanceof" | b"of" | b"as" | b"from"
            )
        {
            self.begin_statement();
        }
        let token = match word {
            b"while" if is_tail => {
                self.open.dos -= 1;
                Token::TailWord
            }
            b"if" | b"for" | b"while" | b"with" => {
                self.statement(1);
                Token::HeadWord
            }
            b"switch" | b"catch" => Token::HeadWord,
            b"await" if self.last == Token::HeadWord => Token::HeadWord,
            b"else" => {
                self.statement(SLOW);
                Token::BlockWord
            }
            b"do" => {
                self.statement(1);
                self.open.dos += 1;
                Token::BlockWord
            }
            b"try" | b"finally" => Token::BlockWord,
            b"in" | b"instanceof" | b"typeof" | b"void" | b"delete" | b"new" | b"return" | b"throw" | b"extends" => {
                self.link(1);
                Token::Operator
            }
            b"case" | b"default" => {
                self.end_statement();
                Token::Operator
            }
            b"class" => {
                self.link(HEAVY);
                self.open.in_class_head = true;
                Token::Unclear
            }
            b"yield" | b"await" | b"async" | b"function" => {
                self.link(1);
                Token::Unclear
            }
            b"of" | b"get" | b"set" | b"static" | b"let" | b"as" | b"from" | b"var" | b"const" | b"import"
            | b"export" | b"break" | b"continue" | b"debugger" => Token::Unclear,
            _ => Token::Operand,
        };
        self.step(0, token);
    }

    /// A word behind an operand, or behind a `}`, is the first of a statement.
    fn begin_statement(&mut self) {
        if matches!(self.last, Token::Operand | Token::ParenEnd | Token::ObjectEnd | Token::BlockEnd | Token::BraceEnd)
        {
            self.end_statement();
        }
    }

    fn colon(&mut self) {
        if self.open.questions > 0 {
            self.open.questions -= 1;
            self.link(1);
            return self.step(1, Token::Operator);
        }
        let may_be_label = !matches!(self.before, Token::Comma | Token::Operator | Token::Dot);
        if matches!(self.last, Token::Operand | Token::Unclear) && may_be_label {
            self.statement(SLOW);
        }
        self.step(1, Token::Colon);
    }

    fn question(&mut self) {
        self.link(1);
        if self.peek(1) == b'?' {
            self.step(2, Token::Operator);
        } else if self.peek(1) == b'.' && !self.peek(2).is_ascii_digit() {
            self.step(2, Token::Dot);
        } else {
            self.open.questions += 1;
            self.step(1, Token::Operator);
        }
    }

    fn dot(&mut self) {
        if self.rest().starts_with(b"...") {
            return self.step(3, Token::Operator);
        }
        self.link(1);
        self.step(1, Token::Dot);
    }

    /// `++` or `--`.
    fn increment(&mut self) {
        if self.newline && self.rest().starts_with(b"-->") {
            return self.distrust();
        }
        self.link(1);
        let token = match self.last {
            Token::Operand | Token::ParenEnd | Token::ObjectEnd if !self.newline => Token::Operand,
            Token::BraceEnd | Token::Unclear => Token::Unclear,
            _ => Token::Operator,
        };
        self.step(2, token);
    }

    /// `===` and its like count once.
    fn operator(&mut self, byte: u8) {
        let is_first = self.last != Token::Operator || !self.follows_operator();
        if is_first || !matches!(byte, b'=' | b'<' | b'>' | b'&' | b'|' | b'*') {
            self.link(1);
        }
        self.step(1, Token::Operator);
    }

    fn follows_operator(&self) -> bool {
        let byte_before = self.at.checked_sub(1).and_then(|at| self.bytes.get(at));
        matches!(byte_before, Some(b'=' | b'<' | b'>' | b'!' | b'&' | b'|' | b'^' | b'*' | b'%' | b'+' | b'-' | b'/'))
    }

    /// A new line may have ended a statement that cannot go on: `var a, b` or `break a`.
    fn slash(&mut self) {
        match self.last {
            Token::Operand | Token::ParenEnd | Token::ObjectEnd if !self.newline => self.operator(b'/'),
            Token::Operand | Token::ParenEnd | Token::ObjectEnd | Token::BraceEnd | Token::Unclear | Token::Dot => {
                self.unclear_slash();
            }
            _ if self.expects_key() => self.unclear_slash(),
            _ => match self.regex_length(usize::MAX) {
                Regex::Ends(length) => self.step(length, Token::Operand),
                Regex::Open | Regex::Long => self.operator(b'/'),
            },
        }
    }

    /// Whether only a key may follow, in an object or a class. The parser takes a `/` there for an operator.
    fn expects_key(&self) -> bool {
        let in_members = matches!(self.open.opener, Opener::Brace(BraceKind::Object | BraceKind::Class));
        // `*` before the name of a generator
        let last = if self.last == Token::Operator { self.before } else { self.last };
        let between_members =
            matches!(last, Token::BraceStart | Token::Comma | Token::Semicolon | Token::BlockEnd | Token::BraceEnd);
        let is_keyword = matches!(last, Token::HeadWord | Token::TailWord | Token::BlockWord);
        in_members && (between_members || is_keyword)
    }

    /// Whichever it is, the text up to the next `/` may be harmless.
    fn unclear_slash(&mut self) {
        let length = match self.regex_length(LONG_REGEX) {
            Regex::Open => return self.operator(b'/'),
            Regex::Long => return self.distrust(),
            Regex::Ends(length) => length,
        };
        let text = self.rest().get(..length).unwrap_or_default();
        if text.iter().any(|byte| matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'\'' | b'"' | b'`')) {
            return self.distrust();
        }
        self.link(length);
        self.step(length, Token::Unclear);
    }

    /// Whether a regular expression that begins here ends on this line, and where, without its flags.
    fn regex_length(&self, longest: usize) -> Regex {
        let mut in_class = false;
        let mut escaped = false;
        for (at, byte) in self.rest().iter().enumerate().skip(1) {
            match byte {
                b'\n' | b'\r' => return Regex::Open,
                _ if at > longest => return Regex::Long,
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'/' if !in_class => return Regex::Ends(at + 1),
                _ => {}
            }
        }
        Regex::Open
    }

    // What is stepped over.

    fn string(&mut self, quote: u8) {
        let mut length = 1;
        loop {
            length += self.distance(length, |byte| byte == quote || matches!(byte, b'\\' | b'\n' | b'\r'));
            match self.peek(length) {
                b'\\' if self.peek(length + 1) == b'\r' && self.peek(length + 2) == b'\n' => length += 3,
                b'\\' if !self.is_escape(length + 1) => return self.distrust(),
                b'\\' => length += 2,
                b'\n' | b'\r' => break,
                byte if byte == quote => {
                    length += 1;
                    break;
                }
                _ => break,
            }
        }
        self.step(length, Token::Operand);
    }

    /// Whether a code behind a `\` has the digits that it needs.
    fn is_escape(&self, ahead: usize) -> bool {
        let are_digits = |count: usize| (1..=count).all(|digit| self.peek(ahead + digit).is_ascii_hexdigit());
        match self.peek(ahead) {
            b'x' => are_digits(2),
            b'u' if self.peek(ahead + 1) == b'{' => {
                let digits = self.distance(ahead + 2, |byte| !byte.is_ascii_hexdigit());
                digits > 0 && self.peek(ahead + 2 + digits) == b'}'
            }
            b'u' => are_digits(4),
            _ => true,
        }
    }

    /// How far it is from `ahead` to a byte that is looked for, or to the end.
    fn distance(&self, ahead: usize, is_it: impl Fn(u8) -> bool) -> usize {
        let rest = self.bytes.get(self.at + ahead..).unwrap_or_default();
        rest.iter().position(|&byte| is_it(byte)).unwrap_or(rest.len())
    }

    fn skip_blanks(&mut self) {
        self.at += self.distance(0, |byte| byte != b' ' && byte != b'\t' && byte != 0x0B && byte != 0x0C);
    }

    fn skip_word(&mut self) {
        let start = self.at;
        self.at += self.distance(0, |byte| !is_plain(byte));
        let is_number = matches!(self.bytes.get(start), Some(b'0'..=b'9' | b'.'));
        if is_number || matches!(self.peek(0), b'\\' | 0x80..) {
            self.skip_odd_word(start);
        }
    }

    /// The rest of a number, of a name with letters outside of ASCII, or of one with escapes.
    fn skip_odd_word(&mut self, start: usize) {
        loop {
            match self.peek(0) {
                b'\\' if self.peek(1) == b'u' && self.peek(2) == b'{' && self.is_escape(1) => {
                    self.at += 4 + self.distance(3, |byte| byte == b'}');
                }
                0x80.. => match self.wide() {
                    Some(space) if is_wide_space(space) => return,
                    wide => self.at += wide.map_or(1, char::len_utf8),
                },
                b'.' if is_decimal(self.bytes.get(start..self.at).unwrap_or_default()) => self.at += 1,
                byte if is_word(byte) => self.at += 1,
                _ => return,
            }
        }
    }

    fn skip_line(&mut self) {
        while let Some(distance) = memchr3(b'\n', b'\r', 0xE2, self.rest()) {
            self.at += distance;
            if self.peek(0) != 0xE2 || matches!(self.wide(), Some('\u{2028}' | '\u{2029}')) {
                return;
            }
            self.at += 1;
        }
        self.at = self.bytes.len();
    }

    fn skip_block_comment(&mut self) {
        let rest = self.rest();
        let length = memmem::find(rest.get(2..).unwrap_or_default(), b"*/").map_or(rest.len(), |at| at + 4);
        let comment = rest.get(..length).unwrap_or_default();
        self.newline |= memchr3(b'\n', b'\r', 0xE2, comment).is_some();
        self.at += length;
    }

    /// Steps over a space or a line terminator outside of ASCII, if one is next.
    fn skip_wide_space(&mut self) -> bool {
        let Some(space) = self.wide().filter(|&wide| is_wide_space(wide)) else { return false };
        self.newline |= matches!(space, '\u{2028}' | '\u{2029}');
        self.at += space.len_utf8();
        true
    }

    /// The character that begins here.
    fn wide(&self) -> Option<char> {
        self.source.get(self.at..)?.chars().next()
    }
}

fn is_word(byte: u8) -> bool {
    is_plain(byte) || matches!(byte, b'\\' | 0x80..)
}

/// Whether it is part of a word and nothing else.
fn is_plain(byte: u8) -> bool {
    PLAIN[byte as usize]
}

const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        plain[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'_' | b'$' | b'#' | b'@');
        byte += 1;
    }
    plain
};

/// The words that count for more than a name.
const KEYWORDS: Shapes = Shapes::of(
    "else catch finally in instanceof of as from while if for with switch await do try typeof void delete new return \
     throw case default class yield async function extends get set static let var const import export break continue \
     debugger",
);

/// Whether a point behind these digits is part of the number: it is not in `017.a`.
fn is_decimal(word: &[u8]) -> bool {
    let is_octal = word.len() > 1 && word.starts_with(b"0") && !word.contains(&b'8') && !word.contains(&b'9');
    word.iter().all(|byte| byte.is_ascii_digit() || *byte == b'_') && !word.starts_with(b"_") && !is_octal
}

fn is_wide_space(wide: char) -> bool {
    wide.is_whitespace() || matches!(wide, '\u{FEFF}' | '\u{200B}')
}
