// First step of every npm script: says in one line when the pinned Node could not be installed.
// Plain JavaScript, because an older Node cannot run the TypeScript files at all.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `Gazette runs on Node 24, which "npm ci" installs beside it, but this is Node ${process.versions.node}. ` +
      'Run "npm ci" with install scripts allowed (npm config get ignore-scripts must say false), or install Node 24.',
  )
  process.exit(1)
}

// Before the program itself: settings from .env, where there is one. What the environment says goes first.
if (process.argv[1]?.endsWith('cli.ts')) {
  try {
    process.loadEnvFile()
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}
