/** `gazette completion`: prints the shell's completion script, made from the commands themselves. */
import { type Command, exitCodes, UsageError } from './command.ts'

/** The command that completes itself and these others. */
export function completionOf(others: readonly Command[]): Command {
  const completion: Command = {
    name: 'completion',
    usage: 'completion bash|zsh|fish',
    summary: 'print a completion script for your shell',
    most: 1,
    flags: {},
    examples: ['completion bash > ~/.local/share/bash-completion/completions/gazette'],
    run: async ({ io }, { words }) => {
      const write = { bash: renderBash, zsh: renderZsh, fish: renderFish }[words[0] ?? '']
      if (!write) throw new UsageError('completion needs the name of a shell: bash, zsh or fish.')
      const script = write([...others, completion])
      io.say(script)
      io.result({ script })
      return exitCodes.done
    },
  }
  return completion
}

const flagsOf = (command: Command) =>
  [...Object.keys(command.flags), 'json', 'help'].map((name) => `--${name}`)
const names = (commands: readonly Command[]) => [
  'start',
  'playground',
  'help',
  ...commands.map(({ name }) => name),
]

function renderBash(commands: readonly Command[]): string {
  const cases = commands.map((command) => `    ${command.name}) words="${flagsOf(command).join(' ')}" ;;`)
  return `_gazette() {
  local word=\${COMP_WORDS[COMP_CWORD]} words=""
  if [ "$COMP_CWORD" -eq 1 ]; then words="${names(commands).join(' ')}"; else
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  [[ $word == -* || $COMP_CWORD -eq 1 ]] || COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _gazette gazette`
}

function renderZsh(commands: readonly Command[]): string {
  const quoted = (text: string) => text.replaceAll("'", '’').replaceAll(':', ';').replaceAll('\n', ' ')
  const described = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`)
  const cases = commands.map(
    (command) => `    ${command.name}) compadd -- ${flagsOf(command).join(' ')}; _files ;;`,
  )
  return `#compdef gazette
_gazette() {
  local -a commands=(
    'start:run the services'
    'playground:try everything in a local chat'
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case "$words[2]" in
${cases.join('\n')}
  esac
}
compdef _gazette gazette`
}

function renderFish(commands: readonly Command[]): string {
  const quoted = (text: string) => text.replaceAll("'", '’').replaceAll('\n', ' ')
  return [
    `complete -c gazette -n __fish_use_subcommand -f -a 'start playground help'`,
    ...commands.flatMap(({ name, summary, flags }) => [
      `complete -c gazette -n __fish_use_subcommand -f -a ${name} -d '${quoted(summary)}'`,
      ...Object.entries({ ...flags, json: { about: 'the result as JSON' } }).map(
        ([flag, { about }]) =>
          `complete -c gazette -n '__fish_seen_subcommand_from ${name}' -l ${flag} -d '${quoted(about)}'`,
      ),
    ]),
  ].join('\n')
}
